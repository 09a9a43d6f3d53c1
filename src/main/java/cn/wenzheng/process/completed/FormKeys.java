package cn.wenzheng.process.completed;

import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys of a form's fields: {@code form_} plus the field's name in the command. */
public final class FormKeys {

    /** Goes before a field's name; what begins with it never stays in the engine. */
    public static final String PREFIX = "form_";

    /** The field that says which command is meant, in a form that can end in two. */
    static final String DECISION = "decision";

    private FormKeys() {}

    public static String of(String field) {
        return PREFIX + field;
    }

    /** The names of a form's fields: those of the commands it can end in, and the decision between two. */
    static Set<String> fieldsOf(Class<?>... commands) {
        Stream<String> fields = Stream.of(commands)
                .flatMap(command -> Stream.of(command.getRecordComponents()))
                .map(RecordComponent::getName);
        Stream<String> decision = commands.length > 1 ? Stream.of(DECISION) : Stream.empty();
        return Stream.concat(fields, decision).collect(Collectors.toUnmodifiableSet());
    }
}
