#include "datamatrix.h"

#include <array>
#include <cstdint>
#include <vector>

namespace chayan::demo {

namespace {

constexpr int dataWords = 22;
constexpr int checkWords = 18;
constexpr int side = 18;  // of the data region, inside finder and clock track

std::vector<int> asciiWords(const QByteArray& text) {
    constexpr int fnc1 = 232;
    std::vector<int> words{fnc1};
    const auto digit = [&](qsizetype i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (digit(i) && digit(i + 1)) {
            words.push_back(130 + (text[i] - '0') * 10 + (text[i + 1] - '0'));
            ++i;
        } else {
            words.push_back(text[i] == '\x1d' ? fnc1 : text[i] + 1);
        }
    }
    Q_ASSERT(words.size() <= dataWords);
    if (words.size() < dataWords)
        words.push_back(129);
    while (words.size() < dataWords) {
        const int pad = 129 + (149 * (static_cast<int>(words.size()) + 1)) % 253 + 1;
        words.push_back(pad > 254 ? pad - 254 : pad);
    }
    return words;
}

/// Reed-Solomon over GF(256) with x^8+x^5+x^3+x^2+1, roots alpha^1 onwards.
int multiply(int a, int b) {
    int product = 0;
    for (; b != 0; b >>= 1) {
        if (b & 1)
            product ^= a;
        a = a << 1 ^ (a & 0x80 ? 0x12D : 0);
    }
    return product;
}

void appendCheckWords(std::vector<int>& words) {
    std::vector<int> generator{1};
    int root = 1;
    for (int i = 0; i < checkWords; ++i) {
        root = multiply(root, 2);
        generator.push_back(0);
        for (std::size_t j = generator.size() - 1; j > 0; --j)
            generator[j] ^= multiply(generator[j - 1], root);
    }
    std::array<int, checkWords> rest{};
    for (const int word : words) {
        const int factor = word ^ rest[0];
        for (std::size_t j = 0; j < checkWords; ++j)
            rest[j] = (j + 1 < checkWords ? rest[j + 1] : 0) ^ multiply(factor, generator[j + 1]);
    }
    words.insert(words.end(), rest.begin(), rest.end());
}

/// Where each bit of each codeword stands (ISO/IEC 16022 annex F).
class Placement {
  public:
    explicit Placement(const std::vector<int>& words) : m_words(words) {
        std::size_t next = 0;
        int row = 4;
        int column = 0;
        do {
            if (row == side && column == 0)
                corner(next++, {{{side - 1, 0},
                                 {side - 1, 1},
                                 {side - 1, 2},
                                 {0, side - 2},
                                 {0, side - 1},
                                 {1, side - 1},
                                 {2, side - 1},
                                 {3, side - 1}}});
            if (row == side - 2 && column == 0)
                corner(next++, {{{side - 3, 0},
                                 {side - 2, 0},
                                 {side - 1, 0},
                                 {0, side - 4},
                                 {0, side - 3},
                                 {0, side - 2},
                                 {0, side - 1},
                                 {1, side - 1}}});
            for (; row >= 0 && column < side; row -= 2, column += 2) {
                if (row < side && column >= 0 && at(row, column) < 0)
                    utah(next++, row, column);
            }
            row += 1;
            column += 3;
            for (; row < side && column >= 0; row += 2, column -= 2) {
                if (row >= 0 && column < side && at(row, column) < 0)
                    utah(next++, row, column);
            }
            row += 3;
            column += 1;
        } while (row < side || column < side);
        if (at(side - 1, side - 1) < 0)
            at(side - 1, side - 1) = at(side - 2, side - 2) = 1;
    }

    bool dark(int row, int column) { return at(row, column) == 1; }

  private:
    struct Cell {
        int row;
        int column;
    };

    int& at(int row, int column) { return m_cells[static_cast<std::size_t>(row * side + column)]; }

    void set(std::size_t word, int bit, int row, int column) {
        if (row < 0) {
            row += side;
            column += 4 - (side + 4) % 8;
        }
        if (column < 0) {
            column += side;
            row += 4 - (side + 4) % 8;
        }
        at(row, column) = m_words[word] >> (7 - bit) & 1;
    }

    void corner(std::size_t word, const std::array<Cell, 8>& cells) {
        for (int bit = 0; bit < 8; ++bit)
            set(word, bit, cells[static_cast<std::size_t>(bit)].row,
                cells[static_cast<std::size_t>(bit)].column);
    }

    void utah(std::size_t word, int row, int column) {
        static constexpr std::array<Cell, 8> steps{
            {{-2, -2}, {-2, -1}, {-1, -2}, {-1, -1}, {-1, 0}, {0, -2}, {0, -1}, {0, 0}}};
        for (int bit = 0; bit < 8; ++bit) {
            const Cell step = steps[static_cast<std::size_t>(bit)];
            set(word, bit, row + step.row, column + step.column);
        }
    }

    const std::vector<int>& m_words;
    std::vector<int> m_cells = std::vector<int>(side * side, -1);
};

}  // namespace

QImage gs1DataMatrix(const QByteArray& elements) {
    std::vector<int> words = asciiWords(elements);
    appendCheckWords(words);
    Placement placement(words);
    constexpr int size = side + 2;
    QImage image(size, size, QImage::Format_Grayscale8);
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            bool dark = false;
            if (x == 0 || y == size - 1)
                dark = true;
            else if (y == 0)
                dark = x % 2 == 0;
            else if (x == size - 1)
                dark = y % 2 == 1;
            else
                dark = placement.dark(y - 1, x - 1);
            image.scanLine(y)[x] = dark ? 0 : 255;
        }
    }
    return image;
}

}  // namespace chayan::demo
