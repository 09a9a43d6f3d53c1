package cn.wenzheng.process;

import org.camunda.bpm.engine.delegate.VariableScope;

/** A variable of a model with the type the diagram expects of it. */
public record ProcessVariable<T>(String name, Class<T> type) {

    /** The value, which must be there: a model that reads it before it is written is wrong. */
    public T get(VariableScope scope) {
        T value = type.cast(scope.getVariable(name));
        if (value == null) {
            throw new IllegalStateException("variable " + name + " is missing");
        }
        return value;
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }
}
