"""What happens, step by step; knows no Qt."""
