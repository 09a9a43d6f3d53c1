package cn.wenzheng.triage.evaluate;

import cn.wenzheng.triage.text.CsvResource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** The category tree that comes with the product; a command that opens no database has no other. */
final class BuiltInTree {

    private static final int FIRST_LEVEL = 3;

    private static final Map<String, String> NAMES = names();

    private BuiltInTree() {}

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (CSVRecord topic : CsvResource.records("demo/categories.csv")) {
            names.put(topic.get("code"), topic.get("name"));
        }
        return names;
    }

    static boolean knows(String label) {
        return NAMES.containsKey(label) || NAMES.containsValue(label);
    }

    /** The name of the field a topic stands in. */
    static String firstLevelOf(String code) {
        String name = NAMES.get(code.substring(0, FIRST_LEVEL));
        if (name == null) {
            throw new IllegalArgumentException("No such topic: " + code);
        }
        return name;
    }
}
