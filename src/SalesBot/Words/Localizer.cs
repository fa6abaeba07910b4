using System.Collections;
using System.Globalization;
using SalesBot.People;

namespace SalesBot.Words;

/// <summary>
/// Says things to one reader: in their language, with dates and times of their zone. A day of another year than <paramref name="now"/>'s is
/// said with its year; money always with its currency.
/// </summary>
internal sealed class Localizer(WordBook book, string language, string zone, DateTimeOffset now)
{
    private readonly CultureInfo culture = CultureInfo.GetCultureInfo(language == WordBook.Chinese ? WordBook.Chinese : "en-GB");

    public string Language => language;

    /// <summary>What links begin with.</summary>
    public PublicAddress Site { get; init; } = new();

    /// <summary>The same reader, speaking another language.</summary>
    public Localizer In(string other) => new(book, other, zone, now) { Site = Site };

    public string Say(object? value) => value switch
    {
        null => "",
        string said => said,
        Word word => Say(word),
        StageName stage => book.Say(stage, language),
        LocalText text => text.In(language) ?? "",
        Person person => language == WordBook.English ? person.EnglishName ?? person.Name : person.Name,
        Team team => language == WordBook.English ? team.EnglishName ?? team.Name : team.Name,
        Money money => Say(money),
        When point => Say(point),
        Link link => new Uri(Site.Root, link.Path).AbsoluteUri,
        DateOnly day => Day(day),
        DateTimeOffset instant => Moment(instant),
        decimal number => number.ToString(number == decimal.Truncate(number) ? "N0" : "N2", culture),
        int or long => ((IFormattable)value).ToString("N0", culture),
        double share => share.ToString("P0", culture),
        Enum name => book.Get(language, $"{name.GetType().Name}.{name}"),
        IEnumerable list => string.Join(book.Get(language, "Format.ListSeparator"), list.Cast<object?>().Select(Say)),
        IFormattable other => other.ToString(null, culture),
        _ => value.ToString() ?? "",
    };

    public string Say(Word word)
    {
        if (word.Args.Length == 0)
        {
            return book.Get(language, word.Key);
        }

        var key = word.Args[0] is 1 && book.In(language).ContainsKey(word.Key + ".one") ? word.Key + ".one" : word.Key;
        return string.Format(culture, book.Get(language, key), [.. word.Args.Select(Say)]);
    }

    private string Say(Money money)
    {
        if (money.Amount is not { } amount)
        {
            return book.Get(language, "Format.Unknown");
        }

        var sign = book.In(language).TryGetValue("Currency." + money.Currency, out var symbol) ? symbol : money.Currency + " ";
        var digits = Math.Abs(amount).ToString(amount == decimal.Truncate(amount) ? "N0" : "N2", culture);
        return (amount < 0 ? "-" : "") + sign + digits;
    }

    private string Say(When point) => (point.Day, point.Time) switch
    {
        (null, _) => book.Get(language, "Format.Unknown"),
        ({ } day, null) => Day(day),
        ({ } day, { } time) => $"{Day(day)} {time.ToString("HH:mm", CultureInfo.InvariantCulture)}",
    };

    private string Day(DateOnly day) =>
        day.ToString(book.Get(language, day.Year == Zones.Local(now, zone).Year ? "Format.Day" : "Format.DayWithYear"), culture);

    private string Moment(DateTimeOffset instant)
    {
        var local = Zones.Local(instant, zone);
        return $"{Day(DateOnly.FromDateTime(local))} {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }
}
