package cn.wenzheng.deadline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import cn.wenzheng.organization.Refusal;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanFileTest {

    /** The collection of national plans, which the repository does not hold; where it is present it is tried. */
    private static final Path REAL = Path.of("..", "shared", "data", "holidays_cn");

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final CalendarChange change = new CalendarChange(Instant.EPOCH, "admin");

    @Test
    void readsAPlanWithADayOfTheDecemberBefore() throws IOException {
        CalendarBook book = loaded("""
                {"$schema": "s", "$id": "i", "year": 2008, "papers": ["a", "b"], "days": [
                 {"name": "元旦", "date": "2007-12-29", "isOffDay": false},
                 {"name": "元旦", "date": "2007-12-31", "isOffDay": true}]}""");

        assertThat(book.sheet("national").days().values())
                .extracting(SpecialDay::toString)
                .containsExactly("2007-12-29 work a b", "2007-12-31 off a b");
        assertThat(book.city().isPlanned(2008)).isTrue();
        assertThat(book.city().isPlanned(2007)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "year | year-out-of-range | {'year': 1999, 'papers': ['a'], 'days': [{'name':'x','date':'1999-01-01','isOffDay':true}]}",
                "year | year-out-of-range | {'year': 3000, 'papers': ['a'], 'days': [{'name':'x','date':'3000-01-01','isOffDay':true}]}",
                "year | year-out-of-range | {'year': 2030.5, 'papers': ['a'], 'days': [{'name':'x','date':'2030-01-01','isOffDay':true}]}",
                "year | field-required | {'papers': ['a'], 'days': [{'name':'x','date':'2030-01-01','isOffDay':true}]}",
                "papers | field-required | {'year': 2030, 'days': [{'name':'x','date':'2030-01-01','isOffDay':true}]}",
                "papers | plan-without-papers | {'year': 2030, 'papers': [], 'days': [{'name':'x','date':'2030-01-01','isOffDay':true}]}",
                "papers | field-required | {'year': 2030, 'papers': [' '], 'days': [{'name':'x','date':'2030-01-01','isOffDay':true}]}",
                "days | plan-without-days | {'year': 2030, 'papers': ['a'], 'days': []}",
                "days | field-required | {'year': 2030, 'papers': ['a'], 'days': [null]}",
                "date | plan-day-wrong | {'year': 2030, 'papers': ['a'], 'days': [{'name':'x','date':'2030-02-30','isOffDay':true}]}",
                "date | plan-day-wrong | {'year': 2030, 'papers': ['a'], 'days': [{'name':'x','date':'2030-1-1','isOffDay':true}]}",
                "date | plan-day-elsewhere | {'year': 2030, 'papers': ['a'], 'days': [{'name':'x','date':'2029-11-30','isOffDay':true}]}",
                "date | plan-day-elsewhere | {'year': 2030, 'papers': ['a'], 'days': [{'name':'x','date':'2031-01-01','isOffDay':true}]}",
                "date | plan-day-twice | {'year': 2030, 'papers': ['a'], 'days': [{'name':'x','date':'2030-01-01','isOffDay':true},{'name':'x','date':'2030-01-01','isOffDay':false}]}",
                "name | field-required | {'year': 2030, 'papers': ['a'], 'days': [{'date':'2030-01-01','isOffDay':true}]}",
                "isOffDay | field-required | {'year': 2030, 'papers': ['a'], 'days': [{'name':'x','date':'2030-01-01'}]}"
            })
    void refusesAPlanThatIsNotOne(String field, String slug, String file) {
        assertThatThrownBy(() -> loaded(file.replace('\'', '"'))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.slug()).isEqualTo(slug);
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        });
    }

    @Test
    void refusesAYearTwice() throws IOException {
        String file =
                "{\"year\":2030,\"papers\":[\"a\"],\"days\":[{\"name\":\"x\",\"date\":\"2030-01-01\",\"isOffDay\":true}]}";
        CalendarBook book = loaded(file);
        assertThatThrownBy(() -> change.of(book, read(file))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.slug()).isEqualTo("plan-known");
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        });
    }

    @Test
    void takesEveryPublishedPlanInOneBook() throws IOException {
        assumeThat(REAL).as("the national plans are not in the repository").exists();
        CalendarBook book = SampleCalendars.book(SampleCalendars.CITY_ZONE, SampleCalendars.NO_UNITS);
        int days = 0;
        List<Path> files;
        try (Stream<Path> all = Files.list(REAL)) {
            files = all.filter(file -> file.getFileName().toString().matches("\\d{4}\\.json"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            JsonNode raw = JSON.readTree(file.toFile());
            book = change.of(book, read(Files.readString(file)));
            days += raw.path("days").size();
        }
        assertThat(files).hasSize(18);
        assertThat(book.sheet("national").plans()).hasSize(18);
        assertThat(book.sheet("national").days()).hasSize(days);
    }

    private CalendarBook loaded(String file) throws IOException {
        return change.of(SampleCalendars.book(SampleCalendars.CITY_ZONE, SampleCalendars.NO_UNITS), read(file));
    }

    private static CalendarEdit.LoadPlan read(String file) throws IOException {
        return JSON.readValue(file, PlanFile.class).edit("national");
    }
}
