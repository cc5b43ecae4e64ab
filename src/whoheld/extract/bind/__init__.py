"""Binding: the places and parties of a frame inside its clause."""
