package cn.wenzheng.triage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The prepared answers and the knowledge base, for whoever answers a citizen from a screen. */
public interface Answers {

    /**
     * The answers of a kind that may be sent today: those for the leaf itself first, then those for the topics above it,
     * then those for every topic.
     *
     * @param leaf the petition's topic; null leaves only answers for every topic
     * @param words words that all have to stand in code, title or text, with white space between them; null for all
     */
    List<AnswerTemplate> fitting(AnswerKind kind, @Nullable String leaf, @Nullable String words);
}
