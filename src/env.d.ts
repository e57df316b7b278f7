declare namespace App {
  interface Locals {
    /** Language of the text in the main part of the page: that of the address, or English where nothing is translated. */
    contentLang: string;
  }
}
