package cn.wenzheng.triage.duty;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.CityImport;
import cn.wenzheng.organization.CityImports;
import cn.wenzheng.organization.CityKind;
import cn.wenzheng.organization.DutyMark;
import cn.wenzheng.organization.DutyRegister;
import cn.wenzheng.organization.KeptDuty;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the duty directory is read, changed and taken in as a table, each change with a look at what it would reroute. */
@Component
class DutyDesk {

    private final DutyRegister register;
    private final CityImports imports;
    private final DutyBook book;
    private final Reroutes reroutes;
    private final OrganizationDesk organization;

    DutyDesk(
            DutyRegister register,
            CityImports imports,
            DutyBook book,
            Reroutes reroutes,
            OrganizationDesk organization) {
        this.register = register;
        this.imports = imports;
        this.book = book;
        this.reroutes = reroutes;
        this.organization = organization;
    }

    /** The rows that somebody asks for, each with what the directory makes of it. */
    List<DutyLine> lines(DutySearch search, Actor actor) {
        DutyRegister.requireReader(actor);
        Directory directory = book.directory();
        return organization.categories().stream()
                .filter(Category::leaf)
                .filter(leaf -> search.leaf() == null || leaf.code().equals(search.leaf()))
                .flatMap(leaf -> linesOf(leaf.code(), search.area(), directory).stream())
                .filter(line -> search.unit() == null || line.names(search.unit()))
                .toList();
    }

    private List<DutyLine> linesOf(String leaf, @Nullable String area, Directory directory) {
        if (area == null) {
            return directory.rowsOf(leaf).stream()
                    .map(row -> line(row, row.area(), directory))
                    .toList();
        }
        List<String> within = Areas.upwards(area, organization);
        return directory.rowsOf(leaf).stream()
                .filter(row -> row.area() == null || within.contains(row.area()))
                .sorted((one, other) -> Integer.compare(nearness(one, within), nearness(other, within)))
                .map(row -> line(row, area, directory))
                .toList();
    }

    private static int nearness(KeptDuty row, List<String> within) {
        return row.area() == null ? within.size() : within.indexOf(row.area());
    }

    private DutyLine line(KeptDuty row, @Nullable String area, Directory directory) {
        LocalDate today = book.today();
        boolean counts =
                directory.row(row.leaf(), area, today).filter(row::equals).isPresent();
        return new DutyLine(
                row,
                counts,
                directory.isOverlapped(row, today),
                organization.unit(Objects.requireNonNull(row.unit())).isEmpty());
    }

    /** The leaves whose petitions nobody answers for in the whole city today. */
    List<Category> gaps(Actor actor) {
        DutyRegister.requireReader(actor);
        Directory directory = book.directory();
        return organization.categories().stream()
                .filter(Category::leaf)
                .filter(leaf -> directory.row(leaf.code(), null, book.today()).isEmpty())
                .toList();
    }

    Map<String, DutyMark> marks(String leaf, Actor actor) {
        return register.marks(leaf, actor);
    }

    /** What the row would reroute, by the same rules by which it would go in. */
    List<Reroute> preview(KeptDuty wanted, Actor actor) {
        return reroutes.between(register.duties(actor), register.with(wanted, actor), book.today());
    }

    void put(KeptDuty wanted, Actor actor) {
        register.put(wanted, actor);
    }

    /** What the rows of a table would reroute; nothing once it is in or when something is wrong with it. */
    List<Reroute> preview(CityImport.Preview preview, Actor actor) {
        CityImport about = preview.about();
        if (about.state() == CityImport.State.APPLIED
                || !preview.plan().problems().isEmpty()) {
            return List.of();
        }
        return reroutes.between(register.duties(actor), imports.directoryAfter(about.id(), actor), book.today());
    }

    /** A table of duties that was looked at; tables of other kinds are not found here. */
    CityImport.Preview table(UUID id, Actor actor) {
        CityImport.Preview preview = imports.find(id, actor);
        if (preview.about().kind() != CityKind.DUTIES) {
            throw Refusal.notFound();
        }
        return preview;
    }
}
