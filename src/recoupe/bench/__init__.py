"""Scorers and the gate that keeps quality from falling."""
