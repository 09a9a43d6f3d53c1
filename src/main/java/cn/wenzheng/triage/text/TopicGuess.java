package cn.wenzheng.triage.text;

import java.util.List;

/**
 * What words are about, as a model sees it.
 *
 * @param certainty how often such a guess is right, 0 to 1, as measured on examples the judging model had not seen; the
 *     certainties of all labels of one text sum to one
 * @param speaks the citizen's own words that speak most for it, strongest first; empty for labels far down the list
 */
public record TopicGuess(String label, double certainty, List<String> speaks) {}
