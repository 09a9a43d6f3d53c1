package cn.wenzheng.access.setup;

import cn.wenzheng.organization.Door;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The same beginning for programs that set a city up. */
@RestController
@Tag(name = "access", description = "登录 · Login")
class SetupApi {

    private final SetupDesk desk;

    SetupApi(SetupDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/api/setup")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "首次设置：中心和第一位管理员 · First setup: the centre and the first administrator")
    void setUp(@RequestBody SetupForm form, HttpServletRequest request) {
        SetupForm complete = form.repeat() == null ? form.repeated() : form;
        desk.setUp(complete, request.getRemoteAddr(), Door.API);
    }
}
