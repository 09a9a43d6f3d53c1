package cn.wenzheng.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Unit;
import cn.wenzheng.triage.text.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A unit is known by what the people of its city call it, whatever the city is called. */
class OwnersTest {

    private final OrganizationDesk organization = mock();
    private final Owners owners = new Owners(organization, mock());

    @BeforeEach
    void aCountyIsThere() {
        when(organization.centre()).thenReturn(new Unit("0000", "清河县民生诉求中心", 1, null));
        when(organization.unitName("0107")).thenReturn("清河县城市管理局");
        when(organization.unitName("0108")).thenReturn("清河供水公司");
    }

    @Test
    void hearsABlamedUnitWithItsWholeNameAndWithoutTheCitys() {
        assertThat(owners.isBlamed("0107", Words.of("我要举报清河县城市管理局乱收费"))).isTrue();
        assertThat(owners.isBlamed("0107", Words.of("城市管理局的人态度恶劣"))).isTrue();
        assertThat(owners.isBlamed("0108", Words.of("投诉供水公司，水表走得快没人管"))).isTrue();
    }

    @Test
    void blamesNobodyWhoIsOnlyAskedOrNotNamed() {
        assertThat(owners.isBlamed("0107", Words.of("请城市管理局来看看占道的摊位"))).isFalse();
        assertThat(owners.isBlamed("0108", Words.of("城市管理局的人态度恶劣"))).isFalse();
    }
}
