package cn.wenzheng.contract;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The constants of a class that names the parts of a model. */
final class Constants {

    private Constants() {}

    /** Name and word of every constant of the nested class; empty when there is no such class. */
    static Map<String, String> of(Class<?> owner, String nested) {
        return Arrays.stream(owner.getDeclaredClasses())
                .filter(type -> type.getSimpleName().equals(nested))
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .collect(Collectors.toMap(Field::getName, Constants::word));
    }

    /** The words alone. */
    static Set<String> words(Class<?> owner, String nested) {
        return Set.copyOf(of(owner, nested).values());
    }

    /** The process the class speaks of. */
    static String key(Class<?> owner) {
        try {
            return word(owner.getDeclaredField("KEY"));
        } catch (NoSuchFieldException missing) {
            return "";
        }
    }

    /** A text is its own word, a typed variable has a name. */
    private static String word(Field field) {
        try {
            field.setAccessible(true);
            Object value = field.get(null);
            if (value instanceof String text) {
                return text;
            }
            var name = value.getClass().getDeclaredMethod("name");
            name.setAccessible(true);
            return (String) name.invoke(value);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(field.toString(), unreadable);
        }
    }
}
