package cn.wenzheng.deadline.edit;

import cn.wenzheng.deadline.calendar.CalendarDesk;
import cn.wenzheng.deadline.calendar.CalendarEdit;
import cn.wenzheng.deadline.calendar.Layer;
import cn.wenzheng.deadline.calendar.SpecialDay;
import cn.wenzheng.organization.ClosedList;
import cn.wenzheng.organization.OrganizationDesk;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in one line what an edit changes. */
@Component
class EditWords {

    private final MessageSource messages;
    private final CalendarDesk calendars;
    private final OrganizationDesk organization;

    EditWords(MessageSource messages, CalendarDesk calendars, OrganizationDesk organization) {
        this.messages = messages;
        this.calendars = calendars;
        this.organization = organization;
    }

    String of(CalendarEdit edit, Locale locale) {
        if (edit instanceof CalendarEdit.SetDay set) {
            return day(set, locale);
        }
        if (edit instanceof CalendarEdit.LoadPlan load) {
            return say("plan", locale, String.valueOf(load.year()));
        }
        if (edit instanceof CalendarEdit.SetHours set) {
            return say("hours", locale, layer(set.calendar(), locale));
        }
        if (edit instanceof CalendarEdit.SetLayer set) {
            return say("layer", locale, name(set.layer(), locale));
        }
        return say("unit", locale, organization.unitName(((CalendarEdit.GiveUnit) edit).unit()));
    }

    private String day(CalendarEdit.SetDay set, Locale locale) {
        String date = DateTimeFormatter.ofPattern(say("date", locale), locale).format(set.date());
        String calendar = layer(set.calendar(), locale);
        SpecialDay day = set.day();
        return day == null
                ? say("day.none", locale, calendar, date)
                : say("day", locale, calendar, date, word(day.kind(), locale), day.name());
    }

    private String layer(String code, Locale locale) {
        return calendars.layer(code).map(layer -> name(layer, locale)).orElse(code);
    }

    private static String name(Layer layer, Locale locale) {
        return isEnglish(locale) ? layer.en() : layer.zh();
    }

    private static String word(ClosedList value, Locale locale) {
        return isEnglish(locale) ? value.en() : value.zh();
    }

    private static boolean isEnglish(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage("page.edit.what." + key, arguments, locale);
    }
}
