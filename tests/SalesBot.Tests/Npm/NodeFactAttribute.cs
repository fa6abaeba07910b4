namespace SalesBot.Tests.Npm;

/// <summary>A test that asks an npm package; skipped with a line that says how to get it where Node is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = NodeScript.Missing;
}

/// <summary>As <see cref="NodeFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute() => Skip = NodeScript.Missing;
}
