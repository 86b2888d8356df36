"""`python -m recoupe` is `recoupe`."""

from recoupe.cli.main import main

if __name__ == "__main__":
    main()
