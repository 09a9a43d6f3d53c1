package cn.wenzheng.access.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The closed lists, for the forms of other systems. */
@RestController
@Tag(name = "city")
class ListApi {

    private final HouseLists lists;

    ListApi(HouseLists lists) {
        this.lists = lists;
    }

    @GetMapping("/api/lists")
    @Operation(summary = "封闭列表：代码与中英文 · The closed lists: codes and words")
    Map<String, List<HouseLists.Item>> lists() {
        return lists.all();
    }
}
