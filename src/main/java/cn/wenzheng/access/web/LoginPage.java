package cn.wenzheng.access.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The door for the staff; what is typed there goes to the security chain. */
@Controller
class LoginPage {

    @GetMapping("/login")
    String login() {
        return "access/login";
    }
}
