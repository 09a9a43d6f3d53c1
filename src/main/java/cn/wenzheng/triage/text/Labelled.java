package cn.wenzheng.triage.text;

/** Words of which somebody decided what they are about. */
public record Labelled(Words words, String label) {}
