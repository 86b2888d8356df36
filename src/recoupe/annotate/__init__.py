"""From text to tokens, sentences, parse and names; the only place that builds a spaCy pipeline."""
