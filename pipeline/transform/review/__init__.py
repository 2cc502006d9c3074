"""What a careful reader would remark."""
