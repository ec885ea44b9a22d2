"""What is kept between calls: where it lies and how it is written."""
