/**
 * The national template: its columns, the words its cells may hold, and an empty workbook of it.
 * After 发改高技〔2017〕1272号 and GB/T 21063.3, with the columns that the platform adds.
 */
package org.govshare.catalog.bulk.template;
