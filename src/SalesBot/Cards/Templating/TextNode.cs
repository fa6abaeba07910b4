using System.Runtime.InteropServices;
using SalesBot.Cards.Expressions;

namespace SalesBot.Cards.Templating;

/// <summary>
/// A string with expressions in it. One that fails shows itself as <c>${…}</c>. Null leaves nothing
/// behind: the official package gives up the whole card there, but an optional field of somebody's record must not cost the answer.
/// </summary>
internal sealed class TextNode(TextPiece[] pieces, Place place) : TemplateNode
{
    public override bool WriteValue(CardBuffer to, in Scope scope)
    {
        to.Append((byte)'"');
        foreach (var piece in pieces)
        {
            if (piece.Literal is { } literal)
                to.Append(literal);
            else
                AppendPiece(to, piece.Node!, scope);
        }

        to.Append((byte)'"');
        return true;
    }

    public override void WriteItems(CardBuffer to, in Scope scope)
    {
        to.Separate();
        WriteValue(to, scope);
    }

    private void AppendPiece(CardBuffer to, Node node, in Scope scope)
    {
        Value value;
        try
        {
            value = node.Evaluate(scope, placeholders: true);
        }
        catch (IndexFault fault) when (!ReferenceEquals(fault.At, node))
        {
            value = Value.Error(fault.Message);
        }
        catch (IndexFault fault)
        {
            throw place.Failure(fault.Message, fault);
        }

        if (value.IsError)
            to.AppendEscaped($"${{{node}}}");
        else if (!value.IsNullish)
            Append(to, value);
    }

    private static void Append(CardBuffer to, in Value value)
    {
        var raw = value.FromData ? JsonMarshal.GetRawUtf8Value(value.Json) : default;
        switch (value.Kind)
        {
            case ValueKind.Text when value.FromData:
                to.Append(raw[1..^1]);
                break;
            // Up to 15 digits stand in JSON as ECMAScript prints them.
            case ValueKind.Number when value.FromData && raw.Length <= 15 && raw[0] != '-' && raw.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0:
                to.Append(raw);
                break;
            default:
                to.AppendEscaped(Printed.Of(value));
                break;
        }
    }
}

/// <summary>Either text as it stands between JSON's quotes, or an expression.</summary>
internal readonly record struct TextPiece(byte[]? Literal, Node? Node);
