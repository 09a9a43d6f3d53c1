package cn.wenzheng;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Wenzheng (问政), the house of rooms that carries a citizen's petition from arrival to close. */
@SpringBootApplication
public class Wenzheng {

    public static void main(String[] arguments) {
        SpringApplication.run(Wenzheng.class, arguments);
    }
}
