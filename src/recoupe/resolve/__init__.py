"""From mentions to entities and from speakers to whom they are, within and across accounts."""
