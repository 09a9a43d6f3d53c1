package cn.wenzheng.contract;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** What a rule has to say about a file; empty when all is well. */
final class Findings {

    private final String file;
    private final List<String> lines = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    /** Notes the sentence unless the condition holds. */
    void expect(boolean holds, Element element, String otherwise) {
        expect(holds, element.getAttribute("id"), otherwise);
    }

    void expect(boolean holds, String subject, String otherwise) {
        if (!holds) {
            lines.add(file + ": " + subject + " " + otherwise);
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
