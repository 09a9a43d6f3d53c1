package cn.wenzheng.process;

import cn.wenzheng.organization.ClosedList;
import cn.wenzheng.process.completed.FormKeys;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;

/** Fills a command into the form it would have come from, so that both doors lead to one listener. */
final class CommandFields {

    private CommandFields() {}

    /**
     * The form's fields; transient, so that the engine writes none of them anywhere.
     *
     * @param command a record whose components are the form's fields
     */
    static VariableMap of(Object command) {
        VariableMap fields = Variables.createVariables();
        for (RecordComponent component : command.getClass().getRecordComponents()) {
            fields.putValueTyped(FormKeys.of(component.getName()), field(valueOf(component, command)));
        }
        return fields;
    }

    private static @Nullable Object valueOf(RecordComponent component, Object command) {
        try {
            return component.getAccessor().invoke(command);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TypedValue field(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return SpinValues.jsonValue(Spin.JSON(list).toString())
                    .setTransient(true)
                    .create();
        }
        if (value instanceof ClosedList code) {
            return Variables.stringValue(code.code(), true);
        }
        return value instanceof Instant instant
                ? Variables.stringValue(instant.toString(), true)
                : Variables.untypedValue(value, true);
    }
}
