package cn.wenzheng.triage.evaluate;

import cn.wenzheng.triage.text.TopicGuess;
import java.util.List;

/** What a model said of one row and what was right. */
record Prediction(int row, String label, List<TopicGuess> guesses) {

    String predicted() {
        return guesses.get(0).label();
    }

    double certainty() {
        return guesses.get(0).certainty();
    }

    boolean isRight() {
        return predicted().equals(label);
    }

    boolean isAmong(int first) {
        return guesses.stream().limit(first).anyMatch(guess -> guess.label().equals(label));
    }

    /** The label at a place of the list; empty when the model knows fewer. */
    String labelAt(int place) {
        return place < guesses.size() ? guesses.get(place).label() : "";
    }
}
