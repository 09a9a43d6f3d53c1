package cn.wenzheng.access.web;

import cn.wenzheng.access.Phrase;
import cn.wenzheng.organization.ClosedList;
import java.time.Duration;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in the reader's language what a room has chosen to say; asked by the templates. */
@Component
class Phrases {

    private final MessageSource messages;
    private final Frame frame;
    private final Times times;

    Phrases(MessageSource messages, Frame frame, Times times) {
        this.messages = messages;
        this.frame = frame;
        this.times = times;
    }

    public String of(Phrase phrase) {
        Object[] words = phrase.arguments().stream().map(this::said).toArray();
        return phrase.isVerbatim()
                ? String.valueOf(words[0])
                : messages.getMessage(phrase.key(), words, LocaleContextHolder.getLocale());
    }

    private Object said(Object argument) {
        if (argument instanceof Phrase phrase) {
            return of(phrase);
        }
        if (argument instanceof ClosedList value) {
            return frame.word(value);
        }
        return argument instanceof Duration length ? times.minutes(length.toMinutes()) : argument;
    }
}
