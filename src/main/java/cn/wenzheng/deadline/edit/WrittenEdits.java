package cn.wenzheng.deadline.edit;

import cn.wenzheng.deadline.calendar.CalendarEdit;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Edits as they stand in their table: the name of what is edited, and the edit itself. */
@Component
class WrittenEdits {

    private final ObjectMapper json;

    WrittenEdits(ObjectMapper json) {
        this.json = json;
    }

    static String kind(CalendarEdit edit) {
        return edit.getClass().getSimpleName();
    }

    CalendarEdit read(String kind, String written) {
        Class<?> type = Stream.of(CalendarEdit.class.getPermittedSubclasses())
                .filter(candidate -> candidate.getSimpleName().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no edit is a " + kind));
        return (CalendarEdit) read(written, type);
    }

    <T> T read(String written, Class<T> type) {
        try {
            return json.readValue(written, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Nullable
    String write(@Nullable Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
