package org.govshare.catalog.proposal.schema;

import java.util.ArrayList;
import java.util.List;
import org.govshare.catalog.proposal.schema.Token.Kind;

/** Reads the tokens of one statement from the front. Not thread-safe. */
final class TokenReader {

  private static final int DEPTH_LIMIT = 50;

  /** As long as an entry of the catalogue can name them. */
  private static final int NAME_LIMIT = 63;

  private final List<Token> tokens;
  private int at;

  TokenReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** The next token without taking it; the end has a token too. */
  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    int line = tokens.isEmpty() ? 1 : tokens.get(tokens.size() - 1).line();
    return at + ahead < tokens.size() ? tokens.get(at + ahead) : new Token(Kind.END, "", line);
  }

  boolean done() {
    return at >= tokens.size();
  }

  Token take() {
    Token token = peek();
    at++;
    return token;
  }

  /** Takes the words if they come next, all or none. */
  boolean takes(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!peek(i).is(words[i])) {
        return false;
      }
    }
    at += words.length;
    return true;
  }

  /** A name, in quotes or bare. */
  String name(String reason) {
    Token token = take();
    if (!token.isName()
        || token.text().isBlank()
        || token.text().chars().anyMatch(Character::isISOControl)) {
      throw new UnreadableDdl(token.line(), reason);
    }
    if (token.text().length() > NAME_LIMIT) {
      throw new UnreadableDdl(token.line(), "ddl-name-too-long", NAME_LIMIT);
    }
    return token.text();
  }

  /** The parts of a name with dots. */
  List<String> qualifiedName(String reason) {
    List<String> parts = new ArrayList<>(List.of(name(reason)));
    while (peek().is(".")) {
      take();
      parts.add(name(reason));
    }
    if (parts.size() > 4) {
      throw new UnreadableDdl(peek().line(), reason);
    }
    return parts;
  }

  /** Takes what stands in parentheses, cut at the commas of their own level. */
  List<List<Token>> elements() {
    int begun = take().line();
    List<List<Token>> elements = new ArrayList<>();
    List<Token> element = new ArrayList<>();
    int depth = 1;
    while (!done()) {
      Token token = take();
      if (token.is("(")) {
        depth++;
      } else if (token.is(")")) {
        depth--;
      }
      if (depth > DEPTH_LIMIT) {
        throw new UnreadableDdl(token.line(), "ddl-too-deep", DEPTH_LIMIT);
      }
      if (depth == 0) {
        elements.add(element);
        return elements;
      }
      if (depth == 1 && token.is(",")) {
        elements.add(element);
        element = new ArrayList<>();
      } else {
        element.add(token);
      }
    }
    throw new UnreadableDdl(begun, "ddl-parenthesis-open");
  }
}
