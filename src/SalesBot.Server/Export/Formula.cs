namespace SalesBot.Server.Export;

/// <summary>A spreadsheet runs cells that begin like a formula; an apostrophe in front makes them text (CSV injection).</summary>
internal static class Formula
{
    public static string Harmless(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
}
