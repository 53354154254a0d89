"""What a resume is: pure data in the words of JSON Resume."""
