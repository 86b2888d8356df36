"""Exports of the press databases newsrooms use: Europresse, Factiva, Nexis; many articles in one file."""
