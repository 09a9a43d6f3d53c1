package cn.wenzheng.access.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The own password over HTTP. */
@RestController
@Tag(name = "access", description = "登录 · Login")
class AccountApi {

    private final AccountDesk desk;

    AccountApi(AccountDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/api/account/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "修改自己的密码，其他地方的登录随之退出 · Change the own password; logins elsewhere end")
    void change(@RequestBody NewPassword password, HttpServletRequest request) {
        desk.changePassword(password, request);
    }
}
