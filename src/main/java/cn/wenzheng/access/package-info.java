/** Who may come in and what he may see: login, roles, limits on trying, masking of contacts and identifying text. */
@NullMarked
@ApplicationModule(allowedDependencies = "organization")
package cn.wenzheng.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
