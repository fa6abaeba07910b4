namespace SalesBot.Cards.Expressions;

/// <summary>How a call gives its value. Errors of an argument come back as they are unless the function says otherwise.</summary>
internal delegate Value Body(Call call, in Scope scope, bool placeholders);

/// <summary>What is wrong with an argument, or null.</summary>
internal delegate string? Check(in Value value, int position);

/// <summary>A function or operator of the language.</summary>
/// <param name="Name">The canonical name, which failed texts show; aliases are in <see cref="Functions"/>.</param>
/// <param name="Gives">What the result can be, for the check at parse time.</param>
/// <param name="Least">Fewest arguments.</param>
/// <param name="Most">Most arguments.</param>
/// <param name="Takes">The shape of each argument; the last stands for all that follow.</param>
/// <param name="Body">What it does.</param>
internal sealed record Function(string Name, Shape Gives, int Least, int Most, Shape[] Takes, Body Body)
{
    public const int Many = int.MaxValue;

    /// <summary>What can be told of the arguments before any data is there.</summary>
    /// <exception cref="FormatException">Too few, too many, or an argument that can never fit.</exception>
    public void Validate(IReadOnlyList<Node> arguments)
    {
        if (arguments.Count < Least || arguments.Count > Most)
            throw new FormatException($"{Name} with {arguments.Count} arguments");
        for (var i = 0; i < arguments.Count; i++)
        {
            var wanted = Takes[Math.Min(i, Takes.Length - 1)];
            var given = arguments[i].Gives;
            if (!(wanted | given).HasFlag(Shape.Anything) && (wanted & given) == Shape.None)
                throw new FormatException($"{Name} cannot take {arguments[i]}");
        }
    }
}
