package cn.wenzheng.channel.open311;

import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A question of a service.
 *
 * @param variable false for a text that is only shown
 * @param label the question, as the citizen reads it
 * @param hint what to type; null when the question says it
 * @param values the possible answers of a list
 */
record Attribute(
        String code,
        String label,
        Datatype datatype,
        Boolean required,
        Boolean variable,
        @Nullable String hint,
        List<Value> values) {

    /** Programs of citizens put the id of their own report into it: it tells a repeated report for ever. */
    static final String FIXMYSTREET_ID = "fixmystreet_id";

    private static final int LINE = 200;
    private static final int VALUES = 100;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    static final Attribute OWN_ID = new Attribute(
            FIXMYSTREET_ID, "来源系统的报告编号 · Your own id of the report", Datatype.STRING, false, true, null, List.of());

    Attribute(
            @Nullable String code,
            @Nullable String label,
            @Nullable Datatype datatype,
            @Nullable Boolean required,
            @Nullable Boolean variable,
            @Nullable String hint,
            @Nullable List<Value> values) {
        this.code = Limits.required("code", code, 40);
        this.label = Limits.required("label", label, LINE);
        this.datatype = Limits.required("datatype", datatype);
        this.required = Boolean.TRUE.equals(required);
        this.variable = !Boolean.FALSE.equals(variable);
        this.hint = Limits.optional("hint", hint, LINE);
        this.values = values == null ? List.of() : List.copyOf(values);
        if (!CODE.matcher(this.code).matches()) {
            throw Refusal.invalid("code", "open311-attribute-code");
        }
        long keys = this.values.stream().map(Value::key).distinct().count();
        if (this.datatype.isList() == this.values.isEmpty() || keys < this.values.size() || keys > VALUES) {
            throw Refusal.invalid("values", "open311-attribute-values", VALUES);
        }
    }

    /** One possible answer. */
    record Value(String key, String name) {
        Value(@Nullable String key, @Nullable String name) {
            this.key = Limits.required("key", key, LINE);
            this.name = Limits.required("name", name, LINE);
        }
    }

    boolean has(String key) {
        return values.stream().anyMatch(value -> value.key().equals(key));
    }

    /** What a chosen key means to people; other answers are what they are. */
    String nameOf(String answer) {
        return values.stream()
                .filter(value -> value.key().equals(answer))
                .map(Value::name)
                .findFirst()
                .orElse(answer);
    }
}
