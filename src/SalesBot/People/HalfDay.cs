namespace SalesBot.People;

/// <summary>The part of a day before noon, or from noon on, where the person is.</summary>
internal enum HalfDay
{
    Morning = 1,
    Afternoon,
}
