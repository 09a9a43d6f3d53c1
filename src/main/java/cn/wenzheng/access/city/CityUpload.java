package cn.wenzheng.access.city;

import cn.wenzheng.access.table.UploadedTable;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.CityImports;
import cn.wenzheng.organization.CityKind;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes a file that was uploaded at one of the doors to the desk of imports, as a table. */
@Component
class CityUpload {

    private final CityImports imports;

    CityUpload(CityImports imports) {
        this.imports = imports;
    }

    /** @return the id of the preview */
    UUID preview(@Nullable MultipartFile file, @Nullable CityKind kind, Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("role-never-may");
        }
        UploadedTable table = UploadedTable.of(file, CityImports.MOST_ROWS);
        if (kind == null) {
            throw Refusal.invalid("kind", "city-kind-missing");
        }
        return imports.preview(kind, table.name(), table.digest(), table.sheet(), actor);
    }
}
