package cn.wenzheng.triage;

import org.springframework.stereotype.Component;

/** The counter of room {@code triage}: what a petition is about. */
@Component
public class TriageDesk {

    /** Proposes a topic by the keywords of the category tree and notes it in the petition. */
    public void classify(String number) {
        throw new UnsupportedOperationException();
    }
}
