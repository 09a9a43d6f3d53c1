/** What a petition costs the database: instruments that count it, and the bare engine to compare with. */
package cn.wenzheng.budget;
