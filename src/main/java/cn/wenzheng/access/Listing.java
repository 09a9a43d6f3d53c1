package cn.wenzheng.access;

import java.util.List;

/** One page of a list and how many rows there are in all. */
public record Listing<T>(List<T> items, long total) {}
