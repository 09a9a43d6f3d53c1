package cn.wenzheng.access.city;

import cn.wenzheng.access.table.ExportFormat;
import cn.wenzheng.access.table.TableWriter;
import cn.wenzheng.organization.CityKind;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The import templates. Filled in, the four make a city; even as they are they make a small one, in which a petition can
 * go from arrival to close, so that everybody sees what a right file looks like.
 */
@Component
class CityTemplate {

    private static final String FIRST_CENTRE = "0000";
    private static final String LIGHTING = "0101";

    private final OrganizationDesk organization;

    CityTemplate(OrganizationDesk organization) {
        this.organization = organization;
    }

    byte[] write(CityKind kind, ExportFormat format) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (TableWriter table = format.open(file)) {
            table.row(kind.columns());
            for (List<@Nullable String> row : rows(kind)) {
                table.row(row);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    /** The city's own centre, once there is one: a city has only one. */
    private List<List<@Nullable String>> rows(CityKind kind) {
        Unit centre = organization.units().stream()
                .filter(Unit::isCentre)
                .findFirst()
                .orElse(new Unit(FIRST_CENTRE, "市民诉求中心", 1, null));
        return switch (kind) {
            case UNITS ->
                List.of(
                        row(centre.code(), centre.name(), String.valueOf(centre.level()), null),
                        row(LIGHTING, "市政照明管理所", String.valueOf(centre.level()), centre.code()));
            case PEOPLE -> people(centre.code());
            case TOPICS ->
                List.of(
                        row("C01", "城乡建设", null, null, null, null, null, null),
                        row("C0101", "路灯不亮", "C01", "路灯|不亮|没有灯", null, null, null, null));
            case DUTIES -> List.of(row("C0101", LIGHTING, null, null, null, "三定方案第三条第二项：负责城市道路照明设施的维护", null, null));
        };
    }

    private static List<List<@Nullable String>> people(String centre) {
        return List.of(
                row("shouli1", "王受理", centre, "operator", null),
                row("paidan1", "李派单", centre, "dispatcher", null),
                row("shenhe1", "张审核", centre, "reviewer", "shenhe1@example.org"),
                row("ducha1", "赵督查", centre, "supervisor", null),
                row("shenji1", "周审计", centre, "auditor", null),
                row("zhaoming1", "吴照明", LIGHTING, "handler", null),
                row("zhaoming0", "郑照明", LIGHTING, "handler|head", null));
    }

    private static List<@Nullable String> row(@Nullable String... cells) {
        return Arrays.asList(cells);
    }
}
