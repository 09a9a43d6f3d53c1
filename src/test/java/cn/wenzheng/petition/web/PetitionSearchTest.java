package cn.wenzheng.petition.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.petition.PetitionFilter;
import cn.wenzheng.petition.PetitionStatus;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PetitionSearchTest {

    private static final PetitionSearch SEARCH = new PetitionSearch(
            PetitionStatus.ASSIGNED,
            "0106",
            " ",
            null,
            null,
            null,
            true,
            "2026-11-01",
            "2026-11-02",
            null,
            null,
            "路灯 & 井盖",
            null,
            null,
            3);

    @Test
    void keepsItsFiltersOnAnotherPage() {
        assertThat(SEARCH.at(4))
                .isEqualTo(
                        "/petitions?from=2026-11-01&overdue=true"
                                + "&q=%E8%B7%AF%E7%81%AF%20%26%20%E4%BA%95%E7%9B%96&status=assigned&to=2026-11-02&unit=0106&page=4");
    }

    @Test
    void beginsAgainWithoutOneOfItsFilters() {
        assertThat(SEARCH.without("q"))
                .isEqualTo("/petitions?from=2026-11-01&overdue=true&status=assigned&to=2026-11-02&unit=0106");
    }

    @Test
    void takesTheLastDayInWhole() {
        PetitionFilter filter = SEARCH.filter(ZoneId.of("Asia/Shanghai"));
        assertThat(filter.from()).isEqualTo(Instant.parse("2026-10-31T16:00:00Z"));
        assertThat(filter.to()).isEqualTo(Instant.parse("2026-11-02T16:00:00Z"));
        assertThat(filter.category()).isNull();
    }
}
