package cn.wenzheng.access.api;

import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Unit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The city's units and topics, for those who fill in forms; a page holds as many as it may. */
@RestController
@Tag(name = "city", description = "单位与诉求内容 · Units and topics")
class CityApi {

    private final OrganizationDesk organization;

    CityApi(OrganizationDesk organization) {
        this.organization = organization;
    }

    record UnitLine(
            String code, String name, int level, @Nullable String parent) {}

    record CategoryLine(
            String code,
            String name,
            @Nullable String parent,
            boolean leaf,
            @Nullable String unit) {}

    @GetMapping("/api/units")
    @Operation(summary = "单位 · Units")
    Listing<UnitLine> units(
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        return listing(organization.units(), page, size, CityApi::line);
    }

    @GetMapping("/api/categories")
    @Operation(summary = "诉求内容目录 · The category tree as a flat list")
    Listing<CategoryLine> categories(
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        return listing(organization.categories(), page, size, CityApi::line);
    }

    private static UnitLine line(Unit unit) {
        return new UnitLine(unit.code(), unit.name(), unit.level(), unit.parent());
    }

    private static CategoryLine line(Category category) {
        return new CategoryLine(category.code(), category.name(), category.parent(), category.leaf(), category.unit());
    }

    private static <S, T> Listing<T> listing(
            Collection<S> all, @Nullable Integer page, @Nullable Integer size, Function<S, T> line) {
        Window window = Window.of(page, size == null ? Integer.valueOf(Window.MOST) : size);
        return new Listing<>(
                all.stream()
                        .skip(window.offset())
                        .limit(window.size())
                        .map(line)
                        .toList(),
                all.size());
    }
}
